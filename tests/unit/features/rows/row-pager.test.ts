import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/core/city/issue.ts';
import type { RowSummary } from '../../../../src/core/city/row-summary.ts';
import { createRowPager } from '../../../../src/features/rows/row-pager.ts';

const ROWS = Uint32Array.from({ length: 200 }, (_, place) => place * 3);

function startPager() {
  const asked: number[][] = [];
  let fails = false;
  const pager = createRowPager(ROWS, async (rows): Promise<Outcome<RowSummary[]>> => {
    asked.push([...rows]);
    await Promise.resolve();
    if (fails) return { ok: false, issue: { code: 'table.unreadable', severity: 'error', place: {} } };
    return { ok: true, value: [...rows].map((row) => ({ row, id: `b${row}` }) as RowSummary) };
  });
  let told = 0;
  const stop = pager.subscribe(() => {
    told += 1;
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { pager, asked, stop, settle, told: () => told, fail: (now: boolean) => (fails = now) };
}

describe('createRowPager', () => {
  it('reads the page of a place once and tells of it', async () => {
    const { pager, asked, settle, told } = startPager();
    pager.want(70);
    pager.want(64);
    expect(pager.find(70)).toBeNull();
    await settle();
    expect(asked).toHaveLength(1);
    expect(asked[0]![0]).toBe(64 * 3);
    expect(pager.find(70)).toMatchObject({ row: 210, id: 'b210' });
    expect(pager.find(0)).toBeNull();
    expect(told()).toBe(1);
  });

  it('reads the short last page, and a failed page again when it is wanted again', async () => {
    const { pager, asked, settle, stop, told, fail } = startPager();
    fail(true);
    pager.want(199);
    await settle();
    expect(pager.find(199)).toBeNull();
    fail(false);
    stop();
    pager.want(199);
    await settle();
    expect(asked.map((page) => page.length)).toEqual([8, 8]);
    expect(pager.find(199)?.row).toBe(597);
    expect(told(), 'nobody is told after leaving').toBe(1);
  });
});
