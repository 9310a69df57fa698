// The browser's own file input, which also accepts a file dropped on it.
import { joined } from './classes.ts';
import { describing, Field, type FieldProps, present } from './field.tsx';

interface FileUploadProps extends FieldProps {
  readonly onChange: (files: readonly File[]) => void;
  /** The file types that the dialog shows first, such as `.csv,text/csv`. */
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
