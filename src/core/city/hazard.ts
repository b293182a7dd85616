/**
 * The vocabulary of hazards and risk levels that zones, shelters, tables and reports share.
 * Zone hazards follow the package contract; shelter hazards are the eight kinds of the Japanese
 * designated-emergency-place flags (GSI 指定緊急避難場所), which the product keeps for every shelter.
 */

/** Hazard of a risk zone. */
export const ZONE_HAZARDS = [
  'flood',
  'waterlogging',
  'earthquake',
  'landslide',
  'subsidence',
  'fire',
  'hazmat',
  'gas',
  'typhoon',
  'tsunami',
  'stormSurge',
  'other',
] as const;
export type ZoneHazard = (typeof ZONE_HAZARDS)[number];

/** Hazard a shelter may be designated for: one flag each, in this order. */
export const SHELTER_HAZARDS = [
  'flood',
  'landslide',
  'stormSurge',
  'earthquake',
  'tsunami',
  'fire',
  'waterlogging',
  'volcanic',
] as const;
export type ShelterHazard = (typeof SHELTER_HAZARDS)[number];

/** Risk level from the highest to the lowest: 红 橙 黄 蓝; `unrated` is drawn grey. */
export const RISK_LEVELS = ['red', 'orange', 'yellow', 'blue', 'unrated'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];
