import type { Kit } from './kit.server';
import { defineAssessment } from './tables/assessment';
import { defineCertificates } from './tables/certificates';
import { defineCourses } from './tables/courses';
import { defineDirectory } from './tables/directory';
import { defineEntry } from './tables/entry';
import { defineImports } from './tables/imports';
import { defineLearning } from './tables/learning';
import { defineOperation } from './tables/operation';
import { defineOrganisations } from './tables/organisations';
import { definePeople } from './tables/people';
import { defineQuestionnaires } from './tables/questionnaires';
import { defineRegions } from './tables/regions';
import { defineReporting } from './tables/reporting';
import { defineTrust } from './tables/trust';

/** The whole schema, for the engine whose kit is given. */
export function define(k: Kit) {
  const people = definePeople(k);
  const courses = defineCourses(k);
  const learning = defineLearning(k, { ...people, ...courses });
  const organisations = defineOrganisations(k, courses);
  return {
    ...defineRegions(k),
    ...people,
    ...defineEntry(k, people),
    ...organisations,
    ...defineTrust(k, { ...people, ...organisations }),
    ...defineImports(k, people),
    ...courses,
    ...learning,
    ...defineAssessment(k, { ...people, ...courses, ...learning }),
    ...defineCertificates(k, { ...people, ...learning }),
    ...defineDirectory(k, people),
    ...defineQuestionnaires(k, { ...people, ...learning }),
    ...defineReporting(k),
    ...defineOperation(k),
  };
}
