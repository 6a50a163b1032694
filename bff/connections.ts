/** What modules ask upwards and publish, answered by the tables of contents; imported wherever modules run. */
import './application-parts.ts';
import './confirmable-changes.ts';
import './corrections.ts';
import './eligibility-atoms.ts';
import './importables.ts';
import './open-orders.ts';
import './owners.ts';
import './payables.ts';
import './personal-data.ts';
import './ports/home-parts.ts';
import './ports/logged-numbers.ts';
import './ports/tied-objects.ts';
import './reactions.ts';
