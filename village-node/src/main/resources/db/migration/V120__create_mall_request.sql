-- Requests that were made at the service mall of the regency: what officers write for the applicant is told there, and the
-- signed file goes there.

create table mall_request (
    request_id uuid primary key references request on delete cascade,
    taken_at timestamptz not null
);

revoke update, delete on mall_request from "${app_role}";
