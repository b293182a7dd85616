import { happened } from '../../state/happened.ts';
import type { PaletteCommand, PaletteTarget } from './palette-entry.ts';

/** Does what an entry stands for: a command, or fly there and select. */
export function followTarget(target: PaletteTarget, commands: readonly PaletteCommand[]): void {
  if (target.do === 'command') {
    commands.find(({ id }) => id === target.id)?.act();
    return;
  }
  if (target.do === 'layer') happened.layerToggled(target.id, true);
  else if (target.selection) happened.featurePicked(target.selection);
  happened.flightAsked({ extent: target.extent });
}
