import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from './read-library.server';
import { readRetention } from './read-retention.server';

const SHIPPED = {
  guest_idle_days: 180,
  learner_idle_days: 1826,
  notice_days: 90,
  one_time_token_days: 7,
  mail_days: 30,
  invitation_days: 365,
  undone_merge_days: 365,
  follow_up_days: 180,
  audit_log: 'keep',
};

function folderWith(file: Record<string, unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-retention-'));
  const lines = Object.entries(file).map(([key, value]) => `${key}: ${value}`);
  writeFileSync(join(folder, 'retention.yaml'), lines.join('\n'));
  return folder;
}

test('the shipped rules are read, and the same by the content check', async () => {
  const rules = await readRetention('content');
  expect(rules).toMatchObject({ guestIdleDays: 180, learnerIdleDays: 1826 });
  expect((await readLibrary('content')).retention).toEqual(rules);
});

test.each([
  ['a period so short that it forgets who is still learning', { guest_idle_days: 3 }, 1],
  ['a period that is no whole number', { learner_idle_days: 400.5 }, 2],
  ['an end to the audit log', { audit_log: 365 }, 9],
  ['a rule nobody knows', { certificates_days: 1 }, 10],
])('%s is refused at its line', async (_, change, line) => {
  const folder = folderWith({ ...SHIPPED, ...change });
  await expect(readRetention(folder)).rejects.toThrow(`retention.yaml:${line}`);
  expect((await readLibrary(folder)).retention).toBeNull();
});

test('a rule that is missing and a file that is missing forget nothing', async () => {
  await expect(readRetention(folderWith({ guest_idle_days: 180 }))).rejects.toThrow();
  await expect(readRetention(mkdtempSync(join(tmpdir(), 'tsunagu-')))).rejects.toThrow();
});
