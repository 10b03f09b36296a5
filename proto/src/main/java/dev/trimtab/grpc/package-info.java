/** What every gRPC server of Trimtab does alike. */
@NullMarked
package dev.trimtab.grpc;

import org.jspecify.annotations.NullMarked;
