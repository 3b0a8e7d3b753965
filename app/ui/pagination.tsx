import * as m from '~/paraglide/messages';

/** `to` gives the address of a page, counted from 1. */
export function Pagination({
  page,
  pages,
  to,
}: {
  page: number;
  pages: number;
  to: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav className="pages" aria-label={m.common_pages()}>
      <ul>
        {page > 1 ? (
          <li>
            <a className="btn second" rel="prev" href={to(page - 1)}>
              {m.common_page_previous()}
            </a>
          </li>
        ) : null}
        <li>{m.common_page_of({ page: String(page), pages: String(pages) })}</li>
        {page < pages ? (
          <li>
            <a className="btn second" rel="next" href={to(page + 1)}>
              {m.common_page_next()}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
