import { useTranslation } from 'react-i18next';

/** Mark and name of the product. */
export function Brand() {
  const { t } = useTranslation('app');
  return (
    <h1 className="brand" title={t('productLong')}>
      <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
        <rect width="32" height="32" rx="7" className="brand-ground" />
        <path d="M6 25V15l5-3v13zM13 25V8l7-3v20zM22 25V13l4 2v10z" className="brand-city" />
      </svg>
      {t('product')}
    </h1>
  );
}
