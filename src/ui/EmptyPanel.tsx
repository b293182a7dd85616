import type { ReactNode } from 'react';

interface EmptyPanelProps {
  icon: ReactNode;
  title: string;
  children: string;
}

/** What a panel says when it has nothing to list, and what to do about it. */
export function EmptyPanel({ icon, title, children }: EmptyPanelProps) {
  return (
    <div className="panel-empty">
      {icon}
      <strong>{title}</strong>
      <p className="panel-note">{children}</p>
    </div>
  );
}
