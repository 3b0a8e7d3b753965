import { createHash, randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { signInAs, sloppily } from './account';
import { COURSE, LESSONS } from './course-keys';
import { test } from './devices';
import { expectAccessibleAtBothWidths } from './page-checks';
import { sessionHashOf } from './session-hash';
import { databasePath, FINISH } from './visitor-learning';

const SAKAI = '271403';
const TOTTORI = '312011';
const YEAR = 2025;

/** What no screen can do: let months go by. */
function write<T>(work: (connection: Database.Database) => T): T {
  const connection = new Database(databasePath());
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

/** Of the only course that the learner of this page has begun. */
async function enrolmentOf(page: Page): Promise<string> {
  const idHash = await sessionHashOf(page);
  return write(
    (db) =>
      db
        .prepare(
          'select e.id from enrolments e join login_sessions s on s.person_id = e.person_id where s.id_hash = ?',
        )
        .get(idHash) as { id: string },
  ).id;
}

async function agree(page: Page, ids: string[], value: number): Promise<void> {
  for (const id of ids) await page.locator(`input[name="q-${id}"][value="${value}"]`).check();
}

test('a learner without an account answers before and after, keeps a code, and answers three months on', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(180_000);
  await test.step('before: offered beside the beginning, and left as easily', async () => {
    await page.goto(`/courses/${COURSE}`);
    await page.getByRole('button', { name: '先に1分の問いに答える' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('はじめる前の問い');
    await expectAccessibleAtBothWidths(page);
    await agree(page, ['signs', 'speak'], 2);
    await page.getByRole('button', { name: '答えを送る' }).click();
    await expect(page).toHaveURL(new RegExp(`/lessons/${LESSONS[0]!}$`));
  });
  const enrolmentId = await enrolmentOf(page);
  const kept = () =>
    write((db) =>
      db
        .prepare(
          "select phase, municipality_code as place from questionnaire_answers where demo = 0 and version <> 'e2e' and answers in (?, ?) order by phase desc",
        )
        .all(
          JSON.stringify({ signs: 2, speak: 2 }),
          JSON.stringify({ signs: 5, speak: 5, satisfied: 5, understood: 5 }),
        ),
    ) as { phase: string; place: string | null }[];
  expect(kept()).toEqual([{ phase: 'before', place: null }]);

  await test.step('after: on the last page', async () => {
    await page.goto(`/courses/${COURSE}/questions/after`);
    await expect(page.getByText('講座を終えるとひらきます')).toBeVisible();
    write((db) =>
      db.prepare('update enrolments set finished_at = last_seen_at where id = ?').run(enrolmentId),
    );
    await page.goto(FINISH);
    await expectAccessibleAtBothWidths(page);
    await page.getByRole('link', { name: '問いに答える' }).click();
    await agree(page, ['signs', 'speak', 'satisfied', 'understood'], 5);
    await expectAccessibleAtBothWidths(page);
    await page.getByRole('button', { name: '答えを送る' }).click();
    await expect(page.getByText('お答えをいただきました')).toBeVisible();
    expect(kept().map(({ phase }) => phase)).toEqual(['before', 'after']);
  });

  let code = '';
  await test.step('she has no address, so she is given a code', async () => {
    await expect(page.getByRole('button', { name: 'メールで受け取る' })).toHaveCount(0);
    await page.getByRole('button', { name: '番号を控えておく' }).click();
    await expect(page.getByRole('heading', { name: 'あなたの番号' })).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    code = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent())!;
  });

  await test.step('months later, on another device', async () => {
    const phone = await newDevice();
    const open = async () => {
      await phone.goto('/follow-up');
      await phone.getByLabel('番号', { exact: true }).fill(sloppily(code));
      await phone.getByRole('button', { name: '問いを開く' }).click();
    };
    await open();
    await expect(phone.getByText('この問いは')).toContainText('から開けます');
    await expectAccessibleAtBothWidths(phone);
    write((db) =>
      db
        .prepare("update follow_ups set due_day = '2026-01-01' where enrolment_id = ?")
        .run(enrolmentId),
    );
    await open();
    await expect(phone.getByText('まだの方も、そのままで大丈夫です。')).toBeVisible();
    await expectAccessibleAtBothWidths(phone);
    await agree(phone, ['noticed'], 1);
    await agree(phone, ['spoke', 'listened'], 2);
    await phone.getByRole('button', { name: '答えを送る' }).click();
    await expect(phone.getByText('ありがとうございました')).toBeVisible();
    await open();
    await expect(phone.getByText('もうお答えをいただいています')).toBeVisible();
  });
});

test('one click ends the mails: by the button, or by a mail program without any page', async ({
  page,
  baseURL,
}) => {
  const tokens = [0, 1].map(() => randomBytes(32).toString('hex'));
  const ids = write((db) => {
    const enrolments = db
      .prepare(
        `select e.id, e.person_id as person from enrolments e left join follow_ups f on f.enrolment_id = e.id
         where f.id is null group by e.person_id limit 2`,
      )
      .all() as { id: string; person: string }[];
    return enrolments.map(({ id, person }, i) => {
      db.prepare(
        `insert into follow_ups (id, person_id, enrolment_id, programme_code, way, due_day, reminders, token_hash, chosen_at, sent_at)
         values (?, ?, ?, 'gatekeeper-first-step', 'mail', '2026-01-01', 1, ?, 1, 1)`,
      ).run(
        `e2e-${i}-${tokens[i]}`,
        person,
        id,
        createHash('sha256').update(tokens[i]!).digest('hex'),
      );
      return `e2e-${i}-${tokens[i]}`;
    });
  });
  const stoppedAt = (i: number) =>
    write((db) => db.prepare('select stopped_at from follow_ups where id = ?').pluck().get(ids[i]));

  await page.goto(`/follow-up/${tokens[0]}`);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: 'このお知らせを止める' }).click();
  await expectAccessibleAtBothWidths(page);
  expect(stoppedAt(0)).toBeNull();
  await page.getByRole('button', { name: 'もう送らない' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('お知らせを止めました');
  expect(stoppedAt(0)).not.toBeNull();

  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  const address = `${baseURL}/follow-up/${tokens[1]}/stop`;
  const foreign = await fetch(address, {
    method: 'POST',
    body,
    headers: { Origin: 'https://a.example' },
  });
  expect(foreign.status).toBe(403);
  expect(stoppedAt(1)).toBeNull();
  expect((await fetch(address, { method: 'POST', body })).status).toBe(200);
  expect(stoppedAt(1)).not.toBeNull();
});

test('an officer sees what changed for those who answered, and nothing of fewer than ten', async ({
  page,
}) => {
  const add = (db: Database.Database, programme: string, count: number) => {
    const insert = db.prepare(
      `insert into questionnaire_answers (pair_key, phase, programme_code, municipality_code, prefecture_code, fiscal_year, month, version, answers)
       values (?, ?, ?, ?, '310000', ?, ?, 'e2e', ?)`,
    );
    for (let i = 0; i < count; i += 1) {
      const key = randomBytes(8).toString('hex');
      const row = [programme, TOTTORI, YEAR, `${YEAR}-06`];
      insert.run(key, 'before', ...row, JSON.stringify({ signs: 2, speak: 2 }));
      const after = { signs: 4, speak: 3, satisfied: i < 3 ? 3 : 5, understood: 5 };
      insert.run(key, 'after', ...row, JSON.stringify(after));
      insert.run(key, 'later', ...row, JSON.stringify({ noticed: i < 6 ? 1 : 2, speak: 4 }));
    }
  };
  await signInAs(page, 'tottori@example.jp');
  await page.goto(`/office/areas/${TOTTORI}?year=${YEAR}`);
  await page.getByRole('link', { name: '学びの効果' }).click();
  await expect(page.getByText('この年度の答えは、まだありません')).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  write((db) => {
    add(db, 'gatekeeper-first-step', 12);
    add(db, 'tsunagari-supporter', 4);
  });
  await page.reload();
  const row = (table: string, text: string) =>
    page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });
  await expect(row('答えた数', 'はじめの一歩')).toContainText(/12.*12.*12.*12/);
  await expect(row('答えた数', 'つながりサポーター養成講座')).toContainText(/10未満.*10未満/);
  await expect(row('前と後の変化', 'いくつか思いうかべられる')).toContainText(
    /12.*2\.00.*4\.00.*\+2\.00/,
  );
  await expect(row('満足度と理解度', '満足している').first()).toContainText(/75%.*80%未満/);
  await expect(row('満足度と理解度', '内容を理解できた').first()).toContainText(/100%.*80%以上/);
  await expect(row('三か月後の行動', '変化に気づいた').first()).toContainText(/50%.*50%.*0%/);
  await expectAccessibleAtBothWidths(page);
  for (const [ending, type] of [
    ['xlsx', 'spreadsheetml'],
    ['csv', 'text/csv'],
  ]) {
    const file = await page.request.get(`/office/areas/${TOTTORI}/effect.${ending}?year=${YEAR}`);
    expect(file.status()).toBe(200);
    expect(file.headers()['content-type']).toContain(type);
  }
  const csv = await page.request.get(`/office/areas/${TOTTORI}/effect.csv?year=${YEAR}`);
  expect(await csv.text()).toContain('10未満');
});

test('the made-up answers of one city show figures, and hide those of a course that few answered about', async ({
  page,
}) => {
  await signInAs(page, 'sakai@example.jp');
  await page.goto(`/office/areas/${SAKAI}/effect`);
  const counts = page.getByRole('table', { name: '答えた数' }).getByRole('row');
  await expect(counts.filter({ hasText: 'はじめの一歩' })).toContainText(/\d\d/);
  await expect(counts.filter({ hasText: 'つながりサポーター養成講座' })).toContainText('10未満');
  await expect(page.getByRole('img', { name: /満足度と理解度の棒グラフ/ })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});
