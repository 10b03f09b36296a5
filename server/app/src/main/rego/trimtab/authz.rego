# METADATA
# title: Who may do what, where
# description: |
#   Answers, for one principal, action and target, the rules by which the server judges every node of that target:
#
#     {"allow": true, "rules": [{"effect": "allow", "path": "/"}, {"effect": "deny", "path": "/site/sim-card/imsi"}]}
#
#   The rule with the longest path that is a prefix of a node's path decides; of two of one length the denying one; where
#   none fits, the answer is no. `allow` says whether any rule allows anything. Paths carry no keys, except those made here
#   from a target's name. The decision depends on the groups, the action and the target and on nothing else of the input,
#   so that the server may keep it.
#
#   The roles are data (data.trimtab.roles, see data.json), so that an operator adds a role without touching this file.
#   A role is a list of grants: `on` ("targets" for all but the server's own target, "system" for that one), `actions`,
#   `allow` (paths) and `deny` (each a `path`, and optionally the group that lifts it: `unless`).
#
#   Group ROLE gives the role everywhere; group ROLE@TARGET on that target only. Several roles add up: what one allows,
#   another's denial does not take away.
package trimtab.authz

system := "system"

own_entry_actions := {"read", "subscribe"}

default decision := {"allow": false, "rules": []}

decision := {"allow": true, "rules": rules} if {
	some rule in rules
	rule.effect == "allow"
}

# In the order of the paths, which is from the root down.
rules := [rule |
	some path in sort([p | some p in paths])
	rule := {"effect": effect(path), "path": path}
]

effect(path) := "allow" if {
	allowed(path)
} else := "deny"

# At every path that some grant speaks of, the grants together say yes if one of them does.
paths := ({path | some grant in grants; some path in grant.allow} | {deny.path |
	some grant in grants
	some deny in grant.deny
}) | own_entries

allowed(path) if path in own_entries

allowed(path) if {
	some grant in grants
	longest_allow := max([depth(p) | some p in grant.allow; covers(p, path)])
	every p in {deny.path | some deny in grant.deny; covers(deny.path, path)} {
		depth(p) < longest_allow
	}
}

covers("/", _)

covers(prefix, path) if prefix == path

covers(prefix, path) if {
	prefix != "/"
	startswith(path, concat("", [prefix, "/"]))
}

depth(path) := 0 if path == "/"

depth(path) := count(split(path, "/")) - 1 if path != "/"

# What the principal's roles grant for this action on this target, with the denials that its groups lift taken out.
grants := {narrowed |
	some name in roles
	some grant in data.trimtab.roles[name]
	grant.on == kind
	input.action in grant.actions
	narrowed := {
		"allow": grant.allow,
		"deny": [deny |
			some deny in object.get(grant, "deny", [])
			not lifted(deny)
		],
	}
}

lifted(deny) if held(deny.unless)

kind := "system" if input.target == system

kind := "targets" if input.target != system

roles := {name | some name, _ in data.trimtab.roles; held(name)}

# A group is held everywhere, or on this target; a group of one target says nothing about the server's own.
held(group) if group in input.principal.groups

held(group) if {
	input.target != system
	concat("@", [group, input.target]) in input.principal.groups
}

# Who has a role on one target sees what the server says about that target.
own_entries := {path |
	input.target == system
	input.action in own_entry_actions
	some group in input.principal.groups
	[role, target] := split(group, "@")
	data.trimtab.roles[role]
	names_target(target)
	path := concat("", ["/system/targets/target[name=", target, "]"])
}

# 1 to 63 of [a-z0-9.-]: nothing that could be read as path syntax. Without a regular expression, for the library that
# evaluates them makes up most of a compiled policy, and compiling it most of the server's start.
names_target(text) if {
	text != ""
	count(text) < 64
	trim(text, "abcdefghijklmnopqrstuvwxyz0123456789.-") == ""
}
