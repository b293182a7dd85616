import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of a panel. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="panel-section">
      <h3 className="panel-heading">
        <span className="title">{title}</span>
        {aside ? (
          <span className="aside" title={typeof aside === 'string' ? aside : undefined}>
            {aside}
          </span>
        ) : null}
      </h3>
      {children}
    </section>
  );
}
