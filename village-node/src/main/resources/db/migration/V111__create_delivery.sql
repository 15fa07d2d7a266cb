-- Who brings a finished letter home, how far that has come, and who received it. Nothing of this leaves the village; the
-- district sees the states of the request.

create table delivery (
    id uuid primary key,
    version integer not null,
    request_id uuid not null references request,
    courier_id uuid not null,
    courier_username text not null,
    courier_name text not null,
    state text not null check (state in ('ASSIGNED', 'UNDER_WAY', 'HANDED_OVER', 'CAME_BACK', 'WITHDRAWN')),
    assigned_at timestamptz not null,
    assigned_by text not null,
    left_at timestamptz,
    ended_at timestamptz,
    ended_by text,
    receiver text check (length(receiver) between 1 and 200),
    reason text check (length(reason) between 1 and 500),
    constraint delivery_under_way_has_left check (
        (state in ('UNDER_WAY', 'HANDED_OVER', 'CAME_BACK')) = (left_at is not null)),
    constraint delivery_ended_by_somebody check (
        (state in ('HANDED_OVER', 'CAME_BACK', 'WITHDRAWN')) = (ended_at is not null)
        and (ended_at is null) = (ended_by is null)),
    constraint delivery_handed_to_somebody check ((state = 'HANDED_OVER') = (receiver is not null)),
    constraint delivery_came_back_for_a_reason check ((state = 'CAME_BACK') = (reason is not null))
);

-- One piece of paper is with one person.
create unique index delivery_open on delivery (request_id) where state in ('ASSIGNED', 'UNDER_WAY');
create index delivery_request on delivery (request_id, assigned_at);

-- The hand-over as it was photographed, repainted and small.
create table delivery_photo (
    delivery_id uuid primary key references delivery,
    jpeg bytea not null
);

create function delivery_stays() returns trigger
    language plpgsql as $$
begin
    if old.ended_at is not null then
        raise exception 'delivery % has ended', old.id;
    end if;
    return new;
end
$$;

create trigger delivery_stays
    before update on delivery
    for each row execute function delivery_stays();

revoke delete, truncate on delivery from "${app_role}";
revoke update, delete, truncate on delivery_photo from "${app_role}";
