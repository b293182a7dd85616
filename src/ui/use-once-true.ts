import { useState } from 'react';

/** Whether a condition has been true at least once: what is loaded when first needed stays mounted afterwards. */
export function useOnceTrue(condition: boolean): boolean {
  const [was, setWas] = useState(condition);
  if (condition && !was) setWas(true);
  return was || condition;
}
