import type { GeodeticPosition } from './coordinates.ts';

/** A camera pose that can be saved and flown to; angles in degrees, heading clockwise from north, pitch −90 = straight down. */
export interface CameraView {
  position: GeodeticPosition;
  headingDegrees: number;
  pitchDegrees: number;
}
