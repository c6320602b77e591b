// Policy page: the rules of reminders of the company in view.
import { OfCompany } from '../of-company.tsx';
import { PolicyForm } from './policy-form.tsx';

/** The page. */
export const PolicyPage = () => (
  <OfCompany>{(company) => <PolicyForm key={company.companyId} company={company} />}</OfCompany>
);
