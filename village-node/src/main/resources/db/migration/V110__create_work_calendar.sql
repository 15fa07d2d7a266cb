-- When the office works: the hours of each weekday and the days on which it is closed. Stays in the village.

-- Minutes since midnight, by the clock on the wall of the office; a day without hours is closed.
create table work_day (
    weekday integer primary key check (weekday between 1 and 7),
    version integer not null,
    opens integer check (opens between 0 and 1439),
    closes integer check (closes > opens and closes < 1440),
    break_from integer check (break_from > opens),
    break_until integer check (break_until > break_from and break_until < closes),
    constraint work_day_is_open_or_closed check ((opens is null) = (closes is null)),
    constraint work_day_has_whole_break check ((break_from is null) = (break_until is null)),
    constraint work_day_closed_has_no_break check (opens is not null or break_from is null)
);

-- Perpres 21/2023: five days and 37.5 hours a week without the breaks, from 07.30, a break of 90 minutes on Fridays and
-- of 60 on the other days. When in the day the break lies is the office's own custom.
insert into work_day (weekday, version, opens, closes, break_from, break_until) values
    (1, 0, 450, 960, 720, 780),
    (2, 0, 450, 960, 720, 780),
    (3, 0, 450, 960, 720, 780),
    (4, 0, 450, 960, 720, 780),
    (5, 0, 450, 990, 690, 780),
    (6, 0, null, null, null, null),
    (7, 0, null, null, null, null);

create table holiday (
    day date primary key,
    name text not null check (length(name) between 1 and 100),
    kind text not null check (kind in ('NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL')),
    entered_at timestamptz not null,
    username text not null
);
