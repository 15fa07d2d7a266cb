-- The last time the totals of each village were held against its rows, and how many were not the same.

create table recount (
    node        text collate "C" primary key,
    at          timestamptz      not null,
    differences int              not null
) with (fillfactor = 50);
