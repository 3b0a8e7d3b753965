import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';

/** Says what ending a group means before it is done. */
export function EndGroup({ officers }: { officers: number }) {
  return (
    <section aria-labelledby="end-title">
      <Notice kind="care" title={<span id="end-title">{m.areas_group_end_title()}</span>}>
        <p>{m.areas_group_end_lead({ count: String(officers) })}</p>
        <form method="post" action="?" className="row">
          <Button name="intent" value="end">
            {m.areas_group_end_do()}
          </Button>
          <a href="?">{m.areas_group_end_back()}</a>
        </form>
      </Notice>
    </section>
  );
}
