/** How many practise in a firm: 执业律师 in good standing, as letters count them. */
export const LAWYER_COUNT = `(SELECT COUNT(*) FROM lawyers p
  WHERE p.firm_id = f.id AND p.status = 'active' AND p.category = 'practising')`;
