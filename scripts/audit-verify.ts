import { existsSync } from 'node:fs';
import { openStore } from '~/db/store.server';
import { verifyAudit, type AuditFault } from '~/domain/audit/verify-audit.server';
import { findAuditHeads } from '~/flows/find-audit-heads.server';
import { readEnv } from '~/lib/env.server';

const FAULTS: Record<AuditFault, string> = {
  changed: 'この行の中身が、記録されたときと違います',
  'broken-link': 'この行と一つ前の行のあいだで、行が消されたか、差し込まれています',
  'without-hash': 'つながりのない行が、あとから加えられています',
  rewritten: '控えておいた指紋と違います。記録全体が作り直されたおそれがあります',
  shortened: '控えておいた行がありません。終わりの行が消されたか、古いバックアップに戻されています',
};

const { DATABASE_PATH, AUDIT_HEADS_PATH } = readEnv();
const path = process.argv[2] ?? DATABASE_PATH;
if (!existsSync(path)) {
  console.error(`${path} がありません`);
  process.exit(1);
}

const store = openStore(path);
try {
  const heads = await findAuditHeads(store.read, { path: AUDIT_HEADS_PATH });
  const verdict = await verifyAudit(store.read, { heads });
  const { count, earlier, first, last, head, fault } = verdict;
  console.log(
    `たしかめた行  ${count}${earlier > 0 ? `（うち、つながりができる前 ${earlier}）` : ''}`,
  );
  if (first && last) console.log(`期間          ${first.toISOString()} – ${last.toISOString()}`);
  console.log(`控えとの照合  ${heads.length} 件`);
  if (head) console.log(`最後の指紋    ${head.id} ${head.hash}`);
  if (fault) {
    console.log(`異状          行 ${fault.id}: ${FAULTS[fault.kind]}`);
    process.exitCode = 1;
  } else console.log('異状なし');
} finally {
  store.close();
}
