import { Migration } from '@mikro-orm/migrations';

/**
 * For how many hours a report of beds may be relied on, until the host says otherwise. Beds for a night turn over within
 * hours, homes within weeks. Our own judgment, to be corrected by those who place people.
 */
const hours = {
  EMERGENCY_SHELTER: 12,
  SAFE_HOUSE: 24,
  MOTEL_VOUCHER: 24,
  CRISIS_RESPITE: 24,
  DAY_CENTER: 24,
  HOST_HOME: 72,
  SPECIALIZED_FOSTER_CARE: 72,
  RESIDENTIAL_TREATMENT: 72,
  MATERNITY_HOME: 168,
  TRANSITIONAL: 168,
  RAPID_REHOUSING: 336,
  PERMANENT_SUPPORTIVE: 336,
};

/** How long reports hold is one for all servers of a database: decision 45. No option is of a kind of which it is not said. */
export class ReportHolds extends Migration {
  override up(): void {
    this.addSql(`create table org.report_hold (
      kind text primary key, hours integer not null check (hours between 1 and 8760))`);
    const rows = Object.entries(hours).map(([kind, many]) => `('${kind}', ${many})`);
    this.addSql(`insert into org.report_hold (kind, hours) values ${rows.join(', ')}`);
    this.addSql(`alter table org.housing_option
      add constraint housing_option_report_hold foreign key (kind) references org.report_hold`);
  }

  override down(): void {
    this.addSql('alter table org.housing_option drop constraint housing_option_report_hold');
    this.addSql('drop table org.report_hold');
  }
}
