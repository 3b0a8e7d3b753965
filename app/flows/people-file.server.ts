import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Visitor } from '~/auth/visitor';
import type { ReportTable } from '~/documents/table';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { openPeopleDesk, requirePurpose } from './people-desk.server';
import { peopleTable } from './people-table';
import { readPeople } from './read-people.server';

type Asked = Pick<LoaderFunctionArgs, 'params' | 'request' | 'context'> & {
  visitor: Visitor;
  format: { extension: string; type: string };
};

/** A list of names to take away: what stands in it and its headers. Written down before it is handed out. */
export async function readPeopleFile({ params, request, context, visitor, format }: Asked) {
  const { store, demo } = context;
  const at = now();
  const desk = await openPeopleDesk({ code: params.code!, visitor, context });
  const purpose = requirePurpose(request, { desk, visitor, context });
  const { searchParams: search } = new URL(request.url);
  const read = await readPeople(store.read, { desk, search, whole: true, at });
  if (!read) throw new Response(null, { status: 404 });
  const { year, programme, q } = read.asked;
  await store.tx((db) =>
    recordAudit(db, {
      at,
      actorId: visitor.personId,
      action: 'people.download',
      subjectKind: 'area',
      subjectId: desk.areaCode,
      areaCode: desk.areaCode,
      detail: {
        rows: read.people.length,
        format: format.extension,
        year,
        programme,
        searched: q !== '',
      },
      purpose,
    }),
  );
  const table: ReportTable = peopleTable(read, { desk, purpose, madeBy: visitor.name, demo, at });
  const name = m.people_file_name({ area: desk.areaName, day: jstDates(at).day });
  const plain = `people-${desk.areaCode}-${jstDates(at).day}${format.extension}`;
  const headers = {
    'Content-Type': format.type,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name + format.extension)}`,
    'Cache-Control': 'private, no-store',
  };
  return { table, headers };
}
