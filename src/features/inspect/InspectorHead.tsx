import { IconFocusCentered, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Extent } from '../../core/city/city-manifest.ts';
import { happened } from '../../state/happened.ts';
import { IconButton } from '../../ui/IconButton.tsx';

interface InspectorHeadProps {
  name: string;
  sub: string;
  icon: ReactNode;
  extent: Extent | null;
}

/** Name of what is selected; fly there, let go. */
export function InspectorHead({ name, sub, icon, extent }: InspectorHeadProps) {
  const { t } = useTranslation('inspect');
  return (
    <header className="inspector-head">
      {icon}
      <div className="list-words">
        <h2 title={name}>{name}</h2>
        <span className="sub">{sub}</span>
      </div>
      {extent ? (
        <IconButton
          label={t('flyTo')}
          icon={<IconFocusCentered size={17} />}
          onClick={() => happened.flightAsked({ extent })}
        />
      ) : null}
      <IconButton label={t('clear')} icon={<IconX size={17} />} onClick={() => happened.featurePicked(null)} />
    </header>
  );
}
