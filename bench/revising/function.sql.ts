/**
 * One revision of a fee, as whoever writes all of it in the database would: the session and the role are looked up, the
 * listing is held and its version compared; its row, its history and the log of what was done are written. What is told
 * of it, and the feed, follow by the same triggers. Texts are held against no door: no library does that.
 */
export const reviseFunction = `
create or replace function pub.bench_revise(token text, listing text, version integer, fees text) returns json
  language plpgsql volatile as $$
declare
  person text; held record; made integer;
begin
  select s.account_id into person from auth.session s
    where s.token_hash = sha256(convert_to(bench_revise.token, 'UTF8')) and s.ended_at is null and s.ends_at > now();
  if person is null then raise exception 'UNAUTHENTICATED'; end if;
  select l.version, l.fees, l.organization_id into held from org.listing l
    where l.id = bench_revise.listing for no key update;
  perform from auth.role_grant g where g.account_id = person and g.organization_id = held.organization_id
    and g.role = 'COORDINATOR' and g.ended_at is null for share;
  if not found then raise exception 'NOT_FOUND'; end if;
  if held.version <> bench_revise.version then raise exception 'STALE_VERSION'; end if;
  update org.listing l set fees = bench_revise.fees, version = l.version + 1, updated_at = now()
    where l.id = bench_revise.listing returning l.version into made;
  insert into org.revision (thing_id, version, made_at, made_as, organization_id, action, reason, changes)
    values (bench_revise.listing, made, now(), 'COORDINATOR', held.organization_id, 'reviseHousing', null,
      json_build_object('fees', json_build_object('before', held.fees, 'after', bench_revise.fees)));
  insert into audit.event (at, viewer_kind, viewer_id, action, thing_id, detail)
    values (now(), 'COORDINATOR', person, 'reviseHousing', bench_revise.listing,
      json_build_object('version', made, 'fields', json_build_array('fees')));
  return json_build_object('id', bench_revise.listing, 'version', made, 'fees', bench_revise.fees);
end $$`;
