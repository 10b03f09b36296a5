package dev.trimtab.app.start;

import dev.trimtab.app.identity.Authenticator;
import dev.trimtab.core.pick.PickService;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.southbound.Southbound;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.TransactionService;

/** What every edge calls; the edges share nothing else. */
public record Edges(
        TransactionService transactions,
        ReadService reads,
        History history,
        PickService picks,
        Southbound southbound,
        Models models,
        Authenticator authenticator) {}
