import type { MetaFunction } from '@remix-run/node';
import * as m from '~/paraglide/messages';
import { PageHead } from '~/ui/page-head';
import { FormParts } from './form-parts';
import { TextParts } from './text-parts';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_styleguide_title() }) },
];

/** For those who build pages; a running service does not show it. */
export function loader() {
  if (!import.meta.env.DEV) throw new Response(null, { status: 404 });
  return null;
}

export default function Styleguide() {
  return (
    <div className="wrap stack-l">
      <PageHead title={m.public_styleguide_title()} />
      <TextParts />
      <FormParts />
    </div>
  );
}
