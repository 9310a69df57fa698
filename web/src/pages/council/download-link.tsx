// A link that saves a CSV made in the page.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface DownloadLinkProps {
  /** The file's name. */
  readonly name: string;
  readonly csv: string;
  readonly children: ComponentChildren;
}

export function DownloadLink({ name, csv, children }: DownloadLinkProps) {
  const [href, setHref] = useState('');
  useEffect(() => {
    // The byte order mark tells spreadsheet programs that it is UTF-8.
    const url = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv' }));
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [csv]);
  if (href === '') return null;
  return (
    <a class="govuk-link" href={href} download={name}>
      {children}
    </a>
  );
}
