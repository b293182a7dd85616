import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../src/core/city/issue-texts.ts';
import { loadJson } from '../../../src/data/load-json.ts';
import { serveAnswers } from './serve-answers.ts';

function send(body: string, type = 'application/json', status = 200): RequestListener {
  return (_, response) => response.writeHead(status, type ? { 'content-type': type } : {}).end(body);
}

async function load(answer: RequestListener, options: Parameters<typeof loadJson>[1] = {}) {
  return loadJson(`${await serveAnswers(answer)}tiles/x/city.json?v=1`, options);
}

describe('loadJson', () => {
  it.each([
    ['application/json', '{"a":[1,"]"]}'],
    ['application/geo+json', '\uFEFF{"a":[1,"]"]}'],
    ['text/plain', '{"a":[1,"]"]}'],
    ['', ' {"a":[1,"]"]}\n'],
  ])('reads JSON sent as "%s"', async (type, body) => {
    expect(await load(send(body, type))).toEqual({ ok: true, value: { a: [1, ']'] } });
  });

  it.each([
    ['fetch.notFound', send('', 'text/html', 404), undefined],
    ['fetch.status', send('', 'text/html', 500), { status: 500 }],
    [
      'fetch.wrongType',
      send('<!doctype html><p>', 'text/html; charset=utf-8'),
      { expected: 'JSON', found: 'text/html' },
    ],
    ['fetch.wrongType', send('\n<html>', 'application/json'), { expected: 'JSON', found: 'HTML/XML' }],
    ['fetch.wrongType', send('{}', 'image/png'), { expected: 'JSON', found: 'image/png' }],
    ['json.invalid', send('{"a":1,}'), { reason: expect.any(String) }],
  ] as const)('answers %s and names the file', async (code, answer, values) => {
    const place = { file: 'tiles/x/city.json' };
    const issue = { code, severity: 'error', place, ...(values ? { values } : {}) };
    expect(await load(answer)).toEqual({ ok: false, issue });
    expect(ISSUE_CODES).toContain(code);
  });

  it.each(['{"a":[1,2', '{"a":"城', '{"a":"\\"}', '', '[{"a":1}'])('tells that %j is cut, and where', async (body) => {
    const place = { file: 'tiles/x/city.json', byte: new TextEncoder().encode(body).length };
    expect(await load(send(body))).toMatchObject({ ok: false, issue: { code: 'json.cut', place } });
  });

  it('gives up on a server that never ends its answer', async () => {
    const stalled: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    };
    const outcome = await load(stalled, { timeoutMs: 200 });
    expect(outcome).toMatchObject({ ok: false, issue: { code: 'fetch.timeout', values: { seconds: 0.2 } } });
  });

  it('tells a cancelled request from a failed one', async () => {
    const signal = AbortSignal.abort();
    expect(await load(send('{}'), { signal })).toMatchObject({ ok: false, issue: { code: 'fetch.cancelled' } });
    const nobody = await loadJson('http://127.0.0.1:1/x.json');
    expect(nobody).toMatchObject({ ok: false, issue: { code: 'fetch.unreachable', place: { file: 'x.json' } } });
  });
});
