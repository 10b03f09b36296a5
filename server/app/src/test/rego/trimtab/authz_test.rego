package trimtab.authz_test

import data.trimtab.authz

everything := {"allow": true, "rules": [{"effect": "allow", "path": "/"}]}

nothing := {"allow": false, "rules": []}

actions := {"read", "write", "subscribe", "rollback", "admin"}

ask(groups, action, target) := answer if {
	answer := authz.decision with input as {
		"principal": {"subject": "someone", "groups": groups},
		"action": action,
		"target": target,
	}
}

effects(decision) := {rule.path: rule.effect | some rule in decision.rules}

test_administrator_may_do_everything_everywhere if {
	every action in actions {
		ask(["administrator"], action, "acme") == everything
		ask(["administrator"], action, "system") == everything
	}
}

test_operator_may_do_everything_but_administer_a_target if {
	every action in actions - {"admin"} {
		ask(["operator"], action, "acme") == everything
	}
	ask(["operator"], "admin", "acme") == nothing
}

test_operator_only_reads_the_server_itself if {
	every action in {"read", "subscribe"} {
		ask(["operator"], action, "system") == everything
	}
	every action in {"write", "rollback", "admin"} {
		ask(["operator"], action, "system") == nothing
	}
}

test_reader_reads if {
	ask(["reader"], "read", "acme").allow
	ask(["reader"], "subscribe", "acme").allow
	ask(["reader"], "read", "system") == everything
	every action in {"write", "rollback", "admin"} {
		ask(["reader"], action, "acme") == nothing
		ask(["reader"], action, "system") == nothing
	}
}

test_reader_does_not_see_subscriber_identities if {
	seen := effects(ask(["reader"], "read", "acme"))
	seen["/"] == "allow"
	seen["/site/sim-card/imsi"] == "deny"
	seen["/site/sim-card/iccid"] == "deny"
	seen["/enterprises/enterprise/site/sim-card/imsi"] == "deny"
	effects(ask(["reader"], "subscribe", "acme")) == seen
}

test_reader_of_subscriber_data_sees_subscriber_identities if {
	ask(["reader", "subscriber-data"], "read", "acme") == everything
	ask(["reader@acme", "subscriber-data@acme"], "read", "acme") == everything
}

test_subscriber_data_of_another_target_lifts_nothing if {
	effects(ask(["reader", "subscriber-data@other"], "read", "acme"))["/site/sim-card/imsi"] == "deny"
}

test_subscriber_data_alone_grants_nothing if {
	every action in actions {
		ask(["subscriber-data"], action, "acme") == nothing
		ask(["subscriber-data"], action, "system") == nothing
	}
}

test_rules_come_from_the_root_down if {
	paths := [rule.path | some rule in ask(["reader"], "read", "acme").rules]
	paths == sort(paths)
	paths[0] == "/"
}

test_scoped_role_counts_on_its_own_target_only if {
	ask(["operator@acme"], "write", "acme") == everything
	every action in actions {
		ask(["operator@acme"], action, "other") == nothing
		ask(["administrator@acme"], action, "other") == nothing
	}
	ask(["administrator@acme"], "admin", "acme") == everything
	ask(["operator@acme"], "admin", "acme") == nothing
	ask(["reader@acme"], "write", "acme") == nothing
}

test_scoped_role_sees_its_own_entry_in_the_server if {
	own := {"allow": true, "rules": [{"effect": "allow", "path": "/system/targets/target[name=acme]"}]}
	every role in {"administrator", "operator", "reader"} {
		group := concat("@", [role, "acme"])
		ask([group], "read", "system") == own
		ask([group], "subscribe", "system") == own
		every action in {"write", "rollback", "admin"} {
			ask([group], action, "system") == nothing
		}
	}
}

test_scoped_role_on_the_server_is_no_way_in if {
	ask(["administrator@system"], "write", "system") == nothing
	effects(ask(["administrator@system"], "read", "system")) == {"/system/targets/target[name=system]": "allow"}
}

test_several_scopes_show_their_entries_in_order if {
	ask(["reader@b", "operator@a"], "read", "system").rules == [
		{"effect": "allow", "path": "/system/targets/target[name=a]"},
		{"effect": "allow", "path": "/system/targets/target[name=b]"},
	]
}

test_roles_add_up if {
	effects(ask(["reader", "operator@acme"], "read", "acme"))["/site/sim-card/imsi"] == "allow"
	effects(ask(["reader", "operator@acme"], "read", "other"))["/site/sim-card/imsi"] == "deny"
}

test_a_group_that_is_no_role_grants_nothing if {
	every groups in [[], ["staff"], ["staff@acme"], ["@acme"], ["operator@"], ["operator@acme@acme"], ["Operator"], [""]] {
		every action in actions {
			ask(groups, action, "acme") == nothing
			ask(groups, action, "system") == nothing
		}
	}
}

test_a_target_name_in_a_group_cannot_carry_path_syntax if {
	ask(["operator@a]/../"], "read", "system") == nothing
	ask(["operator@*"], "read", "system") == nothing
	ask(["operator@a\n"], "read", "system") == nothing
	ask(["operator@*"], "read", "acme") == nothing
}

test_an_unknown_action_is_denied if {
	ask(["administrator"], "destroy", "acme") == nothing
}

test_an_input_with_parts_missing_is_denied if {
	authz.decision == nothing with input as {}
	authz.decision == nothing with input as {"principal": {"groups": ["administrator"]}}
	authz.decision == nothing with input as {"principal": {"groups": ["administrator"]}, "action": "read"}
	authz.decision == nothing with input as {"action": "read", "target": "acme"}
}

test_no_role_table_denies if {
	authz.decision == nothing with data.trimtab.roles as {}
		with input as {"principal": {"groups": ["administrator"]}, "action": "read", "target": "acme"}
}

# A role that an operator might add: part of a target, less a part of that, plus a part of that again.
nested := {"inspector": [{
	"on": "targets",
	"actions": ["read"],
	"allow": ["/site", "/site/sim-card/imsi"],
	"deny": [{"path": "/site/sim-card"}],
}]}

test_the_longest_path_decides_within_one_grant if {
	decision := ask(["inspector"], "read", "acme") with data.trimtab.roles as nested
	decision == {"allow": true, "rules": [
		{"effect": "allow", "path": "/site"},
		{"effect": "deny", "path": "/site/sim-card"},
		{"effect": "allow", "path": "/site/sim-card/imsi"},
	]}
}

test_a_name_that_begins_like_another_is_another if {
	role := {"r": [{"on": "targets", "actions": ["read"], "allow": ["/site", "/site-plan"], "deny": [{"path": "/site"}]}]}
	effects(ask(["r"], "read", "acme")) == {"/site": "deny", "/site-plan": "allow"} with data.trimtab.roles as role
}

test_of_the_same_path_the_denial_counts if {
	role := {"r": [{"on": "targets", "actions": ["read"], "allow": ["/"], "deny": [{"path": "/"}]}]}
	ask(["r"], "read", "acme") == nothing with data.trimtab.roles as role
}
