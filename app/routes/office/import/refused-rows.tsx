import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Pagination } from '~/ui/pagination';
import { FoundRows, type FoundRow } from './found-rows';

export type RefusedView = {
  path: string;
  count: number;
  rows: FoundRow[];
  page: number;
  pages: number;
};

/** The rows that are not taken, a page at a time, and all of them as a file. */
export function RefusedRows({ refused, title }: { refused: RefusedView; title: string }) {
  const { path, count, rows, page, pages } = refused;
  if (count === 0) return <p>{m.imports_refused_none()}</p>;
  return (
    <section className="stack" id="refused">
      <h2>{title}</h2>
      <p>{m.imports_refused_mend()}</p>
      <p className="row">
        <ButtonLink to={`${path}/refused.xlsx`} kind="second">
          {m.imports_refused_xlsx()}
        </ButtonLink>
        <ButtonLink to={`${path}/refused.csv`} kind="second">
          {m.imports_refused_csv()}
        </ButtonLink>
      </p>
      <FoundRows caption={title} rows={rows} />
      <Pagination page={page} pages={pages} to={(to) => `?page=${to}#refused`} />
    </section>
  );
}
