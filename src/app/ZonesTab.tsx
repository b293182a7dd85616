import { ExportZonesButton } from '../features/exchange/ExportZonesButton.tsx';
import { ImportZonesButton } from '../features/exchange/ImportZonesButton.tsx';
import { LiveExposureCard } from '../features/exposure/LiveExposureCard.tsx';
import { ZonesPanel } from '../features/zones/ZonesPanel.tsx';

/** The zones panel with what other features put into it. */
export function ZonesTab() {
  return (
    <ZonesPanel
      live={<LiveExposureCard />}
      exchange={
        <>
          <ImportZonesButton />
          <ExportZonesButton />
        </>
      }
    />
  );
}
