import { hashPassword } from '~/auth/password.server';
import type {
  completions,
  enrolments,
  lessonProgress,
  passwords,
  people,
  roleGrants,
} from '~/db/schema.server';
import { foldEmail } from '~/domain/people/fold-email';
import { jstDates, jstInstant } from '~/lib/clock';
import { foldText } from '~/lib/japanese';
import { demoAccounts, type DemoAccount } from './demo-accounts';
import { demoNumber, type OnlineCourse } from './demo-records';
import type { Random } from './random';

type Row<T extends { $inferInsert: unknown }> = T['$inferInsert'];
type SignIns = {
  persons: Row<typeof people>[];
  secrets: Row<typeof passwords>[];
  grants: Row<typeof roleGrants>[];
};
type MakeSignIns = { firstNumber: number; random: Random; at: Date };

/** The people behind the demo sign-ins, with their roles. */
export async function makeSignIns({ firstNumber, random, at }: MakeSignIns): Promise<SignIns> {
  const made: SignIns = { persons: [], secrets: [], grants: [] };
  for (const [i, account] of demoAccounts.entries()) {
    const registeredAt = jstInstant(`${jstDates(at).fiscalYear - 1}-04-${10 + i}`, '09:00:00');
    const personId = random.id(registeredAt);
    made.persons.push({
      ...personOf(account),
      id: personId,
      number: demoNumber(firstNumber + i),
      demo: true,
      createdAt: registeredAt,
      registeredAt,
    });
    made.secrets.push({
      personId,
      hash: await hashPassword(account.password),
      changedAt: registeredAt,
    });
    if (account.role === 'learner') continue;
    const { role, areaCode, groupId, organisationId } = account;
    made.grants.push({
      id: random.id(registeredAt),
      personId,
      role,
      areaCode,
      groupId,
      organisationId,
      fromAt: registeredAt,
    });
  }
  return made;
}

function personOf(account: DemoAccount) {
  const { name, kana, municipalityCode, municipalityRelation, audience, ageBand } = account;
  return {
    name,
    kana,
    kanaKey: foldText(kana),
    email: account.identifier,
    emailKey: foldEmail(account.identifier),
    municipalityCode,
    municipalityRelation,
    audience,
    ageBand,
    sex: 'unanswered' as const,
  };
}

type LearnerHistory = {
  completion: Row<typeof completions>;
  enrolment: Row<typeof enrolments> | null;
  steps: Row<typeof lessonProgress>[];
};
const DAY_MS = 86_400_000;
const OPENED_LESSONS = 2;

/** The demo learner took a class last year and has opened the first lessons of the online course. */
export function makeLearnerHistory(
  learner: Row<typeof people>,
  { course, random, at }: { course: OnlineCourse | null; random: Random; at: Date },
): LearnerHistory {
  const completedAt = jstInstant(`${jstDates(at).fiscalYear - 1}-09-14`, '16:00:00');
  const completion = {
    id: random.id(completedAt),
    personId: learner.id,
    programmeCode: 'kokoro-supporter',
    cycle: 1,
    organisationId: 'demo-host-271403',
    hostName: '堺市',
    completedAt,
    ...jstDates(completedAt),
    municipalityCode: learner.municipalityCode ?? '',
    prefectureCode: '270008',
    municipalityRelation: 'resident' as const,
    audience: 'resident',
    ageBand: '30s',
    sex: 'unanswered' as const,
    demo: true,
  };
  if (!course) return { completion, enrolment: null, steps: [] };
  const startedAt = new Date(at.getTime() - 2 * DAY_MS);
  const enrolment = {
    id: random.id(startedAt),
    personId: learner.id,
    courseId: course.id,
    versionId: course.versionId,
    lastLessonId: course.lessonIds[0] ?? null,
    startedAt,
    lastSeenAt: startedAt,
  };
  const steps = course.lessonIds.slice(0, OPENED_LESSONS).map((lessonId) => ({
    enrolmentId: enrolment.id,
    lessonId,
    versionId: course.versionId,
    openedAt: startedAt,
  }));
  return { completion, enrolment, steps };
}
