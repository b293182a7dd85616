import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface NoticeProps {
  tone: 'danger' | 'warning' | 'quiet';
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** A message in place: what happened, where, what to do. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  const Icon = tone === 'quiet' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className="notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden />
      <div>
        <span className="title">{title}</span>
        {children ? <span className="detail">{children}</span> : null}
      </div>
      {action}
    </div>
  );
}
