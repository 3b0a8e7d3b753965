import { define } from './define.server';
import { sqliteKit } from './kit.server';

export const {
  regions,
  people,
  passwords,
  loginSessions,
  continueCodes,
  roleGrants,
  organisations,
  certificateSeries,
  programmes,
  courses,
  courseVersions,
  contentArtifacts,
  enrolments,
  lessonProgress,
  completions,
  attempts,
  answers,
  optionTallies,
  certificates,
  completionCounts,
  auditLog,
  jobs,
  rateLimits,
  settings,
} = define(sqliteKit);
