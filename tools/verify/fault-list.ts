/** One thing that is wrong in a package: a code and where it is, as the user knows it. */
export interface Fault {
  code: string;
  where: string;
}

const MAX_PER_CODE = 50;

/** Faults found so far and how much was looked at. */
export interface FaultList {
  add(code: string, where: string): void;
  /** Something the adopted source itself got wrong; does not fail the package. */
  inherit(code: string, where: string): void;
  /** Counts things looked at, by name. */
  count(name: string, amount?: number): void;
  report(): VerifyReport;
}

/** What `city verify` answers (package contract, "JSON answers"). */
export interface VerifyReport {
  ok: boolean;
  /** How many of each thing were checked. */
  checked: Record<string, number>;
  /** At most 50 of each code; the last then tells how many more there are. */
  faults: Fault[];
  /** Problems of adopted sources, which do not fail. */
  inherited: Fault[];
}

function cap(faults: readonly Fault[]): Fault[] {
  const counts = new Map<string, number>();
  for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1);
  const shown = new Map<string, number>();
  return faults.flatMap((fault) => {
    const total = counts.get(fault.code) ?? 0;
    const number = (shown.get(fault.code) ?? 0) + 1;
    shown.set(fault.code, number);
    if (number < MAX_PER_CODE || total === MAX_PER_CODE) return number <= MAX_PER_CODE ? [fault] : [];
    return number === MAX_PER_CODE ? [{ code: fault.code, where: `… ${total - MAX_PER_CODE + 1} more` }] : [];
  });
}

/** Creates an empty list. */
export function createFaultList(): FaultList {
  const faults: Fault[] = [];
  const inherited: Fault[] = [];
  const checked: Record<string, number> = {};
  return {
    add: (code, where) => void faults.push({ code, where }),
    inherit: (code, where) => void inherited.push({ code, where }),
    count: (name, amount = 1) => {
      checked[name] = (checked[name] ?? 0) + amount;
    },
    report: () => ({ ok: faults.length === 0, checked, faults: cap(faults), inherited: cap(inherited) }),
  };
}
