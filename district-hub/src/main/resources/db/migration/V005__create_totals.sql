-- Totals that move with each batch, in the batch's own transaction.

-- What there is now. measure 'people' by 'M', 'F' and '?' (only those alive and here), 'families' with category '',
-- 'requests' by state. A batch touches the rows of its own node only; kecamatan and kabupaten are sums of these.
create table stock (
    node     text collate "C" not null,
    measure  text collate "C" not null,
    category text collate "C" not null,
    amount   bigint           not null,
    primary key (node, measure, category)
) with (fillfactor = 50);

-- What happened when: one row for each state that a request came into.
create table request_flow (
    node       text collate "C" not null,
    epoch      int              not null,
    seq        bigint           not null,
    request_id uuid             not null,
    kind       text collate "C" not null,
    channel    text collate "C" not null,
    state      text collate "C" not null,
    at         timestamptz      not null,
    primary key (node, request_id, state, at)
);

create index request_flow_at on request_flow (at, state);
