import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import type { Issue, Outcome } from '../../src/core/city/issue.ts';
import type { BuildContext } from './progress.ts';
import { MANIFEST_FILE, readPackage } from './read-package.ts';

/** Identity of a build: equal for equal inputs and tool version. */
export interface BuildIdentity {
  inputHash: string;
  toolVersion: string;
}

const MARK_FILE = '.build.json';

/** Folder in which a package is written before it takes its place. */
export function partialFolder(target: string): string {
  return `${target}.partial`;
}

function previousFolder(target: string): string {
  return `${target}.previous`;
}

/** Whether every file of a package is there in its stated size. */
export async function isWhole(folder: string, manifest: CityManifest): Promise<boolean> {
  for (const [name, { bytes }] of Object.entries(manifest.files)) {
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found?.size !== bytes) return false;
  }
  return true;
}

/** What a build finds at its target: nothing in the way, the same package finished, or something else. */
export type TargetState = { state: 'free' } | { state: 'upToDate'; manifest: CityManifest };

/**
 * Looks at the target of a build; brings back a package that an interrupted replacement had set aside.
 * @param force Another package may be replaced.
 * Errors: `package.exists` (another package, no `force`), `package.foreignFolder` (a folder or file that is no package).
 */
export async function inspectTarget(
  target: string,
  identity: BuildIdentity,
  force: boolean,
): Promise<Outcome<TargetState>> {
  const previous = previousFolder(target);
  if (!existsSync(target) && existsSync(previous)) await rename(previous, target);
  if (!existsSync(target)) return { ok: true, value: { state: 'free' } };
  const isFolder = (await stat(target)).isDirectory();
  if (isFolder && (await readdir(target)).length === 0) return { ok: true, value: { state: 'free' } };
  if (!isFolder || !existsSync(path.join(target, MANIFEST_FILE))) {
    return { ok: false, issue: { code: 'package.foreignFolder', severity: 'error', place: { file: target } } };
  }
  const found = await readPackage(target);
  if (found.ok) {
    const same = found.value.inputHash === identity.inputHash && found.value.tool.version === identity.toolVersion;
    if (same && !force && (await isWhole(target, found.value))) {
      return { ok: true, value: { state: 'upToDate', manifest: found.value } };
    }
  }
  if (force) return { ok: true, value: { state: 'free' } };
  return { ok: false, issue: { code: 'package.exists', severity: 'error', place: { file: target } } };
}

/** What a finished step left: the files it wrote and the issues it found, so that a continued build tells the same. */
interface StepRecord {
  files: string[];
  issues: Issue[];
}

/** Steps of an unfinished build that are done. */
interface BuildMark extends BuildIdentity {
  /** Process that writes, or wrote last. */
  pid: number;
  steps: Record<string, StepRecord>;
}

async function readMark(partial: string): Promise<BuildMark | null> {
  try {
    return JSON.parse(await readFile(path.join(partial, MARK_FILE), 'utf8')) as BuildMark;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The folder being written: finished steps are noted in it, so that an interrupted build of the same inputs goes on. */
export interface PartialPackage {
  folder: string;
  /**
   * Runs a step unless an earlier run finished it; answers the files it wrote. The step owns the subfolder of its
   * name, which is emptied first; issues it reports are told again when it is skipped.
   */
  runStep(name: string, context: BuildContext, work: (context: BuildContext) => Promise<string[]>): Promise<string[]>;
  /** Removes the folder; nothing of a refused build stays. */
  discard(): Promise<void>;
  /** Puts the finished folder in the place of the target. */
  finish(): Promise<void>;
}

async function replaceTarget(target: string): Promise<void> {
  const previous = previousFolder(target);
  await rm(previous, { recursive: true, force: true });
  if (existsSync(target)) await rename(target, previous);
  await rename(partialFolder(target), target);
  await rm(previous, { recursive: true, force: true });
}

/**
 * Opens the partial folder of a target: one left by an interrupted build of the same identity is continued, any
 * other is emptied first.
 * Errors: `package.beingBuilt` (value `pid`) while another process writes it.
 */
export async function openPartialPackage(target: string, identity: BuildIdentity): Promise<Outcome<PartialPackage>> {
  const folder = partialFolder(target);
  const found = await readMark(folder);
  if (found && found.pid !== process.pid && isRunning(found.pid)) {
    const values = { pid: found.pid };
    return { ok: false, issue: { code: 'package.beingBuilt', severity: 'error', place: { file: target }, values } };
  }
  const same = found?.inputHash === identity.inputHash && found.toolVersion === identity.toolVersion;
  const mark: BuildMark = { ...identity, pid: process.pid, steps: same ? found.steps : {} };
  if (!same) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const saveMark = () => writeFile(path.join(folder, MARK_FILE), JSON.stringify(mark));
  await saveMark();
  return { ok: true, value: describePartial(target, folder, mark, saveMark) };
}

function describePartial(
  target: string,
  folder: string,
  mark: BuildMark,
  saveMark: () => Promise<void>,
): PartialPackage {
  return {
    folder,
    async runStep(name, context, work) {
      const done = mark.steps[name];
      if (done) {
        for (const issue of done.issues) context.report(issue);
        return done.files;
      }
      await rm(path.join(folder, name), { recursive: true, force: true });
      const issues: Issue[] = [];
      const report = (issue: Issue) => {
        issues.push(issue);
        context.report(issue);
      };
      const files = await work({ ...context, report });
      mark.steps[name] = { files, issues };
      await saveMark();
      return files;
    },
    discard: () => rm(folder, { recursive: true, force: true }),
    async finish() {
      await rm(path.join(folder, MARK_FILE), { force: true });
      await replaceTarget(target);
    },
  };
}
