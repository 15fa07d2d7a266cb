-- At least one row of every table, with what is hard to carry: line breaks, tabs, backslashes, bytes.

alter table resident disable trigger user;
alter table family disable trigger user;
alter table request disable trigger user;
alter table letter disable trigger user;
alter table node_key disable trigger user;
alter table mutation disable trigger user;
alter table outbox disable trigger user;

insert into log_head values ('35.10.01.2001', 1, 1, sha256('a'), false);
insert into log_state (node) values ('35.10.01.2001');
insert into log_ack values (date '2026-11-21', 1, 1);
insert into outbox (epoch, sequence, event_id, type, subject, subject_table, subject_id, time, prev_hash, data_hash,
    hash, salt, data, row_digest)
values (1, 1, gen_random_uuid(), 'resident-recorded.v1', 'resident/x', 'resident', '00000000-0000-0000-0000-000000000001', now(),
    sha256(''), sha256('b'), sha256('a'), decode(repeat('0a', 16), 'hex'), '{}', sha256('c'));
insert into outbox_left (epoch, sequence, event_id, type, subject, time, prev_hash, data_hash, hash, salt, data, left_at)
select epoch, sequence, event_id, type, subject, time, prev_hash, data_hash, hash, salt, data, now() from outbox;
insert into fork_finding (id, subject, reason, type, data, found_at)
values (gen_random_uuid(), 'resident/x', 'BOTH', 'resident-recorded.v1', '\x00ff0a', now());
insert into checkpoint_mark values (1, 1, now());
insert into proof_row values ('resident', 7, '00000000-0000-0000-0000-000000000001', sha256('c'));
insert into proof_tree values ('resident', repeat('01', 128)::bit(256), '\xff00');
insert into snapshot_part values ('resident', 7, gen_random_uuid());
insert into node_key values (gen_random_uuid(), 'x', now());

insert into account (id, username, display_name, role, created_at) values ('00000000-0000-0000-0000-000000000007', 'ada', 'Ada', 'operator', now());
insert into session (token_hash, account_id, address, created_at, last_seen_at, expires_at)
values ('\x01', '00000000-0000-0000-0000-000000000007', '', now(), now(), now());
insert into second_factor values ('00000000-0000-0000-0000-000000000007', 'terkunci', 59, now());
insert into recovery_code values ('\x00017f80', '00000000-0000-0000-0000-000000000007', null);
insert into login_brake values ('\x02', 3, now(), now());
insert into audit_entry (id, at, username, action, subject, fields, reason, address, prev_hash, hash)
values (1, now(), 'ada', 'login', E'\\N', '', E'\\.', '', decode('00ff0a0d5c', 'hex'), sha256('d'));
update audit_head set last_id = 1, last_hash = sha256('d');

insert into family (id, version, created_at, updated_at) values ('00000000-0000-0000-0000-000000000002', 0, now(), now());
insert into resident (id, version, family_id, full_name, base_status, residency, note, latitude, name_key, name_words,
    created_at, updated_at)
values ('00000000-0000-0000-0000-000000000001', 0, '00000000-0000-0000-0000-000000000002', E'Uji\t\\N', 1, 1, E'catatan\nbaris dua', -8.123456789012345, 'UJI', 'uji', now(), now()),
    ('00000000-0000-0000-0000-000000000008', 0, '00000000-0000-0000-0000-000000000002', 'Uji Kedua', 1, 1, null, null, 'UJIKEDUA', 'uji kedua', now(), now());
insert into field_change (id, subject_kind, subject_id, field, at, username, source)
values (nextval('field_change_seq'), 'resident', '00000000-0000-0000-0000-000000000001', 'note', now(), 'operator', 'form');
insert into resident_alias values ('00000000-0000-0000-0000-000000000008', '00000000-0000-0000-0000-000000000001', 'sama', 'operator', now());
insert into mutation (id, version, resident_id, kind, happened_on, reported_on, booked_on, recorded_at, counted, paper, username)
values ('00000000-0000-0000-0000-000000000004', 0, '00000000-0000-0000-0000-000000000001', 'DEATH', '2026-11-20', '2026-11-21', '2026-11-21', now(), true, '474/1', 'operator');
insert into mutation_effect (id, mutation_id, position, subject_kind, subject_id, field, old_value, new_value, at)
values (gen_random_uuid(), '00000000-0000-0000-0000-000000000004', 0, 'resident', '00000000-0000-0000-0000-000000000001', 'baseStatus', '1', '2', now());

insert into request (id, version, number, applicant_id, kind, channel, state, home_delivery, submitted_at, updated_at)
values ('00000000-0000-0000-0000-000000000003', 0, '1/2026', '00000000-0000-0000-0000-000000000001', 'SKTM', 'COUNTER', 'SUBMITTED', false, now(), now());
insert into request_step (id, request_id, state, at, username)
values (gen_random_uuid(), '00000000-0000-0000-0000-000000000003', 'SUBMITTED', now(), 'operator');
insert into request_counter values (2026, 1);
insert into mall_request values ('00000000-0000-0000-0000-000000000003', now());

insert into delivery (id, version, request_id, courier_id, courier_username, courier_name, state, assigned_at, assigned_by,
    left_at, ended_at, ended_by, receiver)
values ('00000000-0000-0000-0000-00000000000a', 0, '00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000007',
    'ada', 'Ada', 'HANDED_OVER', now(), 'ada', now(), now(), 'ada', E'Uji\\N');
insert into delivery_photo values ('00000000-0000-0000-0000-00000000000a', '\xffd8000a5c');
insert into holiday values ('2026-12-25', 'Uji', 'LOCAL', now(), 'ada');
update work_day set version = 1, closes = 900, break_from = null, break_until = null where weekday = 5;

insert into import_run (id, file_name, file_bytes, state, username, created_at)
values ('00000000-0000-0000-0000-000000000006', 'warga.xlsx', 1, 'DONE', 'operator', now());
insert into import_finding values ('00000000-0000-0000-0000-000000000006', 1, 2, 'ERROR', 'x', 'nik', '', '');
insert into import_total values ('00000000-0000-0000-0000-000000000006', 1, 'Krajan', 1, 2, 0, null);

update office set emblem = '\x89504e470d0a1a0a', address = E'Jl. Uji\nNo. 1';
insert into signatory (id, name, basis, active, created_at) values ('00000000-0000-0000-0000-000000000005', 'Uji', 'HEAD', true, now());
insert into letter_type_version values ('00000000-0000-0000-0000-000000000000', 'SKTM', 1, '{"nama": "Ñ"}', now(), null, 'katalog');
insert into letter_filling values ('00000000-0000-0000-0000-000000000003', 0, '{}', '00000000-0000-0000-0000-000000000005', now(), null, 'operator');
insert into letter_draft values (gen_random_uuid(), '00000000-0000-0000-0000-000000000003', 'SKTM', 1, 0, true);
insert into letter_counter values ('VILLAGE', 2026, 1);
insert into letterhead values (repeat('ab', 32), '{}');
insert into letter (id, version, request_id, applicant_id, applicant_name, kind, type_version, type_name, scheme,
    classification, number, scope, year, sequence, issued_on, state, state_at, signer_title, signer_name, answers, paper,
    letterhead, signatory_id, numbered_by, code, subject_masked, facts, method, file_sha256, file_bytes, signed_by)
values ('00000000-0000-0000-0000-000000000009', 0, '00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', 'Uji', 'SKTM', 1, 'Keterangan', 'PERMENDAGRI_83_2022', '400', '400/1/2026', 'VILLAGE', 2026, 1,
    '2026-11-21', 'SIGNED', now(), 'Kepala Desa', 'Uji', '{}', '{}', repeat('ab', 32), '00000000-0000-0000-0000-000000000005', 'operator', 'KODE', 'U**', '', 'PEN', repeat('cd', 32), 5, 'kades');
insert into letter_print values ('00000000-0000-0000-0000-000000000009', 1, now(), 'operator', false);
insert into letter_effect values ('00000000-0000-0000-0000-000000000009', '00000000-0000-0000-0000-000000000004', now(), 'kades');

insert into handover_order values (gen_random_uuid(), '35.10.01.2006', '{KRAJAN,"Lor \\ Kidul"}', '2027-01-02', now());
insert into handed_over values ('00000000-0000-0000-0000-000000000008', gen_random_uuid(), gen_random_uuid(), '35.10.01.2006', now());
insert into taken_over values (gen_random_uuid(), gen_random_uuid(), array[gen_random_uuid()], now());

alter table resident enable trigger user;
alter table family enable trigger user;
alter table request enable trigger user;
alter table letter enable trigger user;
alter table node_key enable trigger user;
alter table mutation enable trigger user;
alter table outbox enable trigger user;
