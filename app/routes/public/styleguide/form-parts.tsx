import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { ChoiceGroup, Field, PostForm, SelectField, TextArea } from '~/ui/form';
import { MunicipalitySearch } from '~/ui/municipality-search';

const long = () => m.public_home_lead().repeat(2);
const short = () => m.public_home_step_connect();

function meta(name: string, errors?: string[], initialValue?: string) {
  const id = `sample-${name}`;
  return {
    id,
    name,
    errorId: `${id}-error`,
    descriptionId: `${id}-hint`,
    errors,
    initialValue,
    required: true,
  };
}

const options = () => [
  { value: 'a', label: short() },
  { value: 'b', label: long(), hint: short() },
];

/** Parts that ask: each empty, filled, with a hint and with something to mend. */
export function FormParts() {
  return (
    <PostForm
      form={{ id: 'sample', allErrors: { filled: [m.common_error_405_body()] } }}
      className="stack-l"
    >
      <h2>Field, TextArea, SelectField, ChoiceGroup, MunicipalitySearch</h2>
      <Field meta={meta('empty')} label={short()} />
      <Field
        meta={meta('filled', [m.common_error_405_body()], long())}
        label={long()}
        hint={long()}
      />
      <Field meta={meta('optional')} label={short()} optional />
      <TextArea meta={meta('text', undefined, long())} label={short()} />
      <SelectField
        meta={meta('select', [short()], 'b')}
        label={short()}
        options={options()}
        empty=""
      />
      <ChoiceGroup meta={meta('radio', undefined, 'b')} legend={short()} options={options()} />
      <ChoiceGroup
        meta={meta('check', [short()])}
        legend={long()}
        type="checkbox"
        options={options()}
        optional
      />
      <MunicipalitySearch
        meta={meta('place')}
        queryMeta={meta('place-query')}
        found={null}
        more={false}
      />
      <MunicipalitySearch
        meta={meta('place-found', [short()])}
        queryMeta={meta('place-found-query', undefined, short())}
        found={[
          { code: '1', label: short() },
          { code: '2', label: long() },
        ]}
        more
      />
      <MunicipalitySearch
        meta={meta('place-none')}
        queryMeta={meta('place-none-query', undefined, long())}
        found={[]}
        more={false}
      />
      <Button>{short()}</Button>
    </PostForm>
  );
}
