import { type Dispatch, type SetStateAction, useEffect } from 'react';
import type { PageDialog } from './page-dialog.ts';
import { COMMANDS, SHORTCUTS } from './shortcuts.ts';
import { takeZoneKey } from './zone-shortcuts.ts';

/** Listens to the keys of the page; keys typed into a field stay there, but for the palette's. */
export function useShortcuts(onDialog: Dispatch<SetStateAction<PageDialog | null>>): void {
  useEffect(() => {
    // A popover closes on Escape before the key arrives here: whether one is open is looked up on the way down.
    let overlaid = false;
    const lookUp = (event: KeyboardEvent): void => {
      overlaid = isInOverlay(event.key);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (!document.querySelector(OPEN_DIALOG)) onDialog('palette');
        return;
      }
      if (isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey) {
        command(event);
        return;
      }
      if (event.key === '?') {
        onDialog((before) => (before === 'help' ? null : 'help'));
        return;
      }
      if (overlaid || takeZoneKey(event)) return;
      const key = event.key === 'Escape' ? event.key : event.key.toLowerCase();
      SHORTCUTS.find((shortcut) => shortcut.key === key)?.act();
    };
    document.addEventListener('keydown', lookUp, true);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', lookUp, true);
      document.removeEventListener('keydown', onKey);
    };
  }, [onDialog]);
}

const OPEN_DIALOG = '.mantine-Modal-content';

function command(event: KeyboardEvent): void {
  if (document.querySelector(OPEN_DIALOG)) return;
  const found = COMMANDS.find((one) => one.key === event.key.toLowerCase() && one.shift === event.shiftKey);
  if (!found) return;
  event.preventDefault();
  found.act();
}

/** A dialog or a popover that has the focus answers the keys itself; an open popover answers Escape in any case. */
function isInOverlay(key: string): boolean {
  if (document.querySelector(OPEN_DIALOG)) return true;
  const popover = '.mantine-Popover-dropdown';
  // Lists of closed selects stay in the page, unseen.
  return key === 'Escape'
    ? [...document.querySelectorAll(popover)].some((each) => each.checkVisibility())
    : document.activeElement?.closest(popover) != null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}
