import * as m from '~/paraglide/messages';

/** Comes into view only where script runs. */
export function ShowPassword({ fieldId }: { fieldId: string }) {
  return (
    <div hidden data-enhance="show-password" data-for={fieldId}>
      <label className="choice">
        <input type="checkbox" />
        <span>{m.account_show_password()}</span>
      </label>
    </div>
  );
}
