BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0007');
CREATE TABLE bookings (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        service TEXT NOT NULL,
        day TEXT NOT NULL,
        slot INTEGER NOT NULL,
        priority TEXT NOT NULL,
        booked_at INTEGER NOT NULL,
        cancelled_at INTEGER,
        CONSTRAINT a_booking_id_is_used_once PRIMARY KEY (id),
        CONSTRAINT a_booking_code_is_used_once UNIQUE (code)
    );
CREATE TABLE calls (
        seq INTEGER NOT NULL,
        day TEXT NOT NULL,
        ticket TEXT NOT NULL,
        counter INTEGER NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT a_call_is_one_journal_entry PRIMARY KEY (seq),
        CONSTRAINT a_call_calls_a_ticket FOREIGN KEY (ticket) REFERENCES tickets (id)
    );
INSERT INTO "calls" VALUES(2,'2026-10-05','019a0000-0000-7000-8000-000000000001',1,5);
INSERT INTO "calls" VALUES(3,'2026-10-05','019a0000-0000-7000-8000-000000000002',1,5);
CREATE TABLE closures (
        id TEXT NOT NULL,
        service TEXT NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        reason_vi TEXT NOT NULL,
        reason_en TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        made_by TEXT NOT NULL,
        lifted_at INTEGER,
        lifted_by TEXT,
        CONSTRAINT a_closure_is_made_once PRIMARY KEY (id),
        CONSTRAINT a_closure_takes_time CHECK (begins < ends),
        CONSTRAINT a_closure_has_a_reason CHECK (reason_vi <> '')
    );
CREATE TABLE help_calls (
        id TEXT NOT NULL,
        place TEXT NOT NULL,
        about TEXT NOT NULL,
        since INTEGER NOT NULL,
        CONSTRAINT help_is_called_once PRIMARY KEY (id),
        CONSTRAINT help_is_called_somewhere CHECK (place <> '')
    );
INSERT INTO "help_calls" VALUES('01a1','K1','home',1791165600000);
CREATE TABLE commands (
        id TEXT NOT NULL,
        day TEXT NOT NULL,
        ticket TEXT,
        counter INTEGER,
        CONSTRAINT a_command_is_done_once PRIMARY KEY (id)
    ) WITHOUT ROWID
    ;
INSERT INTO "commands" VALUES('019a0000-0000-7000-8000-000000000001','2026-10-05','019a0000-0000-7000-8000-000000000001',NULL);
INSERT INTO "commands" VALUES('019a0000-0000-7000-8000-000000000002','2026-10-05','019a0000-0000-7000-8000-000000000002',NULL);
INSERT INTO "commands" VALUES('d','2026-10-05',NULL,NULL);
CREATE TABLE devices (
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        token_hash BLOB NOT NULL,
        enrolled_at INTEGER NOT NULL,
        CONSTRAINT a_device_name_is_used_once PRIMARY KEY (name),
        CONSTRAINT a_token_belongs_to_one_device UNIQUE (token_hash),
        CONSTRAINT tokens_are_kept_hashed CHECK (length(token_hash) = 32),
        CONSTRAINT a_device_has_a_role CHECK (
            role IN ('kiosk','display','counter','supervisor','admin','province','auditor')
        )
    );
CREATE TABLE journal (
        seq INTEGER NOT NULL,
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        command TEXT NOT NULL,
        actor TEXT NOT NULL,
        record BLOB NOT NULL,
        previous BLOB NOT NULL,
        hash BLOB NOT NULL,
        CONSTRAINT journal_entries_are_numbered_once PRIMARY KEY (seq),
        CONSTRAINT hashes_are_sha256 CHECK (length(previous) = 32 AND length(hash) = 32)
    );
INSERT INTO "journal" VALUES(1,'2026-10-05','DayOpened',1,'d','clock',X'7B226B696E64223A224461794F70656E6564227D',X'0000000000000000000000000000000000000000000000000000000000000000',X'9436FB153781E04F6C6EDFEC0DB2BD1D070CE74056AA6AB55046DB352A2A9B4E');
INSERT INTO "journal" VALUES(2,'2026-10-05','TicketIssued',2,'019a0000-0000-7000-8000-000000000001','K1',X'7B226B696E64223A225469636B6574497373756564227D',X'9436FB153781E04F6C6EDFEC0DB2BD1D070CE74056AA6AB55046DB352A2A9B4E',X'1E985095509472010E0423CB01AE891AE0864A32458524EF38386B820BE1ECA1');
INSERT INTO "journal" VALUES(3,'2026-10-05','TicketIssued',3,'019a0000-0000-7000-8000-000000000002','K1',X'7B226B696E64223A225469636B6574497373756564227D',X'1E985095509472010E0423CB01AE891AE0864A32458524EF38386B820BE1ECA1',X'EB0A62447B48602C45D5BDB58F051C65771BFCEB5BAEABD26D4FFD2E01C618B3');
CREATE TABLE learned (
        through TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        record BLOB NOT NULL,
        CONSTRAINT what_was_learned_stands_once_a_day PRIMARY KEY (through)
    );
INSERT INTO "learned" VALUES('2026-10-04',5,X'7B7D');
CREATE TABLE predictions (
        ticket TEXT NOT NULL,
        day TEXT NOT NULL,
        service TEXT NOT NULL,
        issued_at INTEGER NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        interval_low FLOAT NOT NULL,
        median FLOAT NOT NULL,
        interval_high FLOAT NOT NULL,
        runs BLOB NOT NULL,
        days INTEGER NOT NULL,
        called_at INTEGER,
        CONSTRAINT a_wait_is_foretold_once PRIMARY KEY (ticket),
        CONSTRAINT a_range_goes_up CHECK (low <= high)
    );
INSERT INTO "predictions" VALUES('019a0000-0000-7000-8000-000000000001','2026-10-05','A',1,5,15,6.5,9.0,14.0,X'00001041',3,NULL);
CREATE TABLE restore_reports (
        restore INTEGER NOT NULL,
        kiosk TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT a_kiosk_reports_once PRIMARY KEY (restore, kiosk),
        CONSTRAINT a_report_is_of_a_restore FOREIGN KEY (restore) REFERENCES restores (n)
    );
CREATE TABLE restores (
        n INTEGER NOT NULL,
        at INTEGER NOT NULL,
        day TEXT NOT NULL,
        copy TEXT NOT NULL,
        copy_at INTEGER NOT NULL,
        aside TEXT NOT NULL,
        done_at INTEGER,
        done_by TEXT,
        CONSTRAINT restores_are_numbered_once PRIMARY KEY (n),
        CONSTRAINT who_ends_a_restore_has_a_time CHECK ((done_at IS NULL) = (done_by IS NULL))
    );
CREATE TABLE service_days (
        date TEXT NOT NULL,
        first_seq INTEGER NOT NULL,
        opened_at INTEGER NOT NULL,
        closed_at INTEGER,
        CONSTRAINT a_service_day_opens_once PRIMARY KEY (date)
    );
INSERT INTO "service_days" VALUES('2026-10-05',1,1,NULL);
CREATE TABLE sessions (
        token_hash BLOB NOT NULL,
        staff TEXT NOT NULL,
        role TEXT NOT NULL,
        counter INTEGER NOT NULL,
        device TEXT NOT NULL,
        expires_at INTEGER NOT NULL,
        CONSTRAINT a_session_token_is_used_once PRIMARY KEY (token_hash),
        CONSTRAINT session_tokens_are_kept_hashed CHECK (length(token_hash) = 32)
    ) WITHOUT ROWID
    ;
CREATE TABLE staff (
        code TEXT NOT NULL,
        role TEXT NOT NULL,
        pin_hash TEXT NOT NULL,
        CONSTRAINT a_staff_code_is_used_once PRIMARY KEY (code),
        CONSTRAINT staff_have_a_role CHECK (role IN ('counter','supervisor','admin')),
        CONSTRAINT pins_are_kept_as_argon2id CHECK (pin_hash LIKE '$argon2id$%')
    );
CREATE TABLE sync_aside (
        id TEXT NOT NULL,
        place INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        entity TEXT NOT NULL,
        event BLOB NOT NULL,
        why TEXT NOT NULL,
        about BLOB NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT an_event_is_set_aside_once PRIMARY KEY (id)
    );
CREATE TABLE sync_heads (
        way TEXT NOT NULL,
        incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        acked INTEGER NOT NULL,
        CONSTRAINT a_stream_has_one_head PRIMARY KEY (way),
        CONSTRAINT a_stream_has_a_known_way CHECK (way IN ('out','in','journal')),
        CONSTRAINT heads_name_a_sha256 CHECK (length(hash) = 32)
    );
INSERT INTO "sync_heads" VALUES('out','i1',1,X'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F',0);
CREATE TABLE sync_leases (
        "key" TEXT NOT NULL,
        asked INTEGER NOT NULL,
        version INTEGER NOT NULL,
        counted INTEGER NOT NULL,
        CONSTRAINT a_slot_is_leased_once PRIMARY KEY ("key"),
        CONSTRAINT a_lease_is_no_debt CHECK (asked >= 0 AND counted >= 0)
    );
INSERT INTO "sync_leases" VALUES('lease:slot:A:1795440600000',2,1,2);
CREATE TABLE sync_outbox (
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        event BLOB NOT NULL,
        added_at INTEGER NOT NULL,
        acked_at INTEGER,
        CONSTRAINT facts_told_are_numbered_once PRIMARY KEY (seq),
        CONSTRAINT facts_told_are_chained CHECK (length(hash) = 32)
    );
CREATE TABLE sync_seen (
        id TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT an_event_has_its_effect_once PRIMARY KEY (id)
    )
     WITHOUT ROWID
    ;
CREATE TABLE sync_state (
        one INTEGER NOT NULL,
        mode TEXT NOT NULL,
        lineage TEXT NOT NULL,
        common INTEGER NOT NULL,
        leapt INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT a_center_has_one_link PRIMARY KEY (one),
        CONSTRAINT the_link_is_the_only_one CHECK (one = 1),
        CONSTRAINT a_link_has_a_mode CHECK (mode IN ('going','returning','superseded','apart'))
    );
INSERT INTO "sync_state" VALUES(1,'going','[]',0,0,'');
CREATE TABLE sync_told (
        what TEXT NOT NULL,
        version INTEGER NOT NULL,
        hash BLOB NOT NULL,
        CONSTRAINT a_thing_is_told_once PRIMARY KEY (what),
        CONSTRAINT what_was_told_has_a_sha256 CHECK (length(hash) = 32)
    );
CREATE TABLE tickets (
        id TEXT NOT NULL,
        day TEXT NOT NULL,
        series TEXT NOT NULL,
        number INTEGER NOT NULL,
        service TEXT NOT NULL,
        state TEXT NOT NULL,
        channel TEXT NOT NULL,
        priority TEXT NOT NULL,
        issued_at INTEGER NOT NULL,
        counter INTEGER,
        document BLOB NOT NULL,
        CONSTRAINT a_ticket_id_is_used_once PRIMARY KEY (id),
        CONSTRAINT a_number_is_given_once_a_day UNIQUE (day, series, number),
        CONSTRAINT numbers_start_at_one CHECK (number >= 1),
        CONSTRAINT a_ticket_has_a_state_of_the_line CHECK (
            state IN (
                'waiting','called','serving','parked','no_show','served','cancelled','expired'
            )
        )
    );
INSERT INTO "tickets" VALUES('019a0000-0000-7000-8000-000000000001','2026-10-05','A',1,'A','waiting','kiosk','none',1,NULL,X'7B226E756D626572223A2241303031227D');
INSERT INTO "tickets" VALUES('019a0000-0000-7000-8000-000000000002','2026-10-05','A',2,'A','waiting','kiosk','none',2,NULL,X'7B226E756D626572223A2241303032227D');
CREATE TABLE web_bookings (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        service TEXT NOT NULL,
        slot INTEGER NOT NULL,
        version INTEGER NOT NULL,
        state TEXT NOT NULL,
        remote INTEGER NOT NULL,
        priority TEXT NOT NULL,
        language TEXT NOT NULL,
        name TEXT NOT NULL,
        card TEXT NOT NULL,
        ticket TEXT NOT NULL,
        number TEXT NOT NULL,
        CONSTRAINT a_web_booking_id_is_used_once PRIMARY KEY (id),
        CONSTRAINT a_web_booking_has_a_state
            CHECK (state IN ('booked','checked_in','cancelled','missed'))
    );
CREATE TABLE web_places (
        "key" TEXT NOT NULL,
        n INTEGER NOT NULL,
        CONSTRAINT places_of_a_slot_are_set_once PRIMARY KEY ("key"),
        CONSTRAINT places_are_no_debt CHECK (n >= 0)
    );
CREATE INDEX calls_of_a_day ON calls (day);
CREATE INDEX bookings_of_a_day ON bookings (day);
CREATE INDEX predictions_of_a_day ON predictions (day);
CREATE INDEX set_aside_of_an_entity ON sync_aside (entity);
CREATE INDEX web_bookings_of_a_slot ON web_bookings (slot);
CREATE INDEX closures_by_end ON closures (ends);
COMMIT;
