import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { helpPath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.offline_title() }) }];

export function loader({ params }: LoaderFunctionArgs) {
  findEdition(params);
  return null;
}

/** Shown by the browser's part when a page can neither be fetched nor is on this device. */
export default function Offline() {
  const edition = useEdition();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.offline_title()} lead={m.offline_lead()} />
      <section
        className="stack-s"
        data-enhance="kept-courses"
        data-lessons={m.offline_here_lessons({ total: '{total}', kept: '{kept}' })}
        data-waiting={m.offline_here_unsent({ count: '{count}' })}
      >
        <p data-not-sent="" hidden>
          {m.offline_not_sent()}
        </p>
        <h2>{m.offline_here_title()}</h2>
        <ul className="plain" />
        <p data-none="">{m.offline_here_none()}</p>
        <p data-unsent="" hidden />
        <p>
          <a className="inline-flex min-h-[44px] items-center" href={helpPath(edition)}>
            {m.offline_here_help()}
          </a>
        </p>
      </section>
      <p>
        <ButtonLink kind="second" to="">
          {m.offline_retry()}
        </ButtonLink>
      </p>
    </div>
  );
}
