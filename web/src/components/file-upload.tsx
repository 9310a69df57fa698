// Lets a person choose a file; the browser's own control, which also takes a file dropped on it.
import { joined } from './classes.ts';
import { describing, Field, type FieldProps, present } from './field.tsx';

interface FileUploadProps extends FieldProps {
  readonly onChange: (files: readonly File[]) => void;
  /** What the chooser offers first, such as `.csv,text/csv`. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

export function FileUpload(props: FileUploadProps) {
  return (
    <Field {...props}>
      <input
        class={joined('govuk-file-upload', props.class, present(props.error) && 'govuk-file-upload--error')}
        id={props.id}
        name={props.name}
        type="file"
        disabled={props.disabled}
        multiple={props.multiple}
        accept={props.accept}
        aria-describedby={describing(props)}
        onChange={(event) => props.onChange([...(event.currentTarget.files ?? [])])}
      />
    </Field>
  );
}
