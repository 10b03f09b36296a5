package dev.trimtab.app.gnmi;

import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.southbound.Southbound;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.transaction.TransactionService;

/** The services that the gNMI edge asks. */
record GnmiServices(Models models, ReadService reads, TransactionService transactions, Southbound southbound) {}
